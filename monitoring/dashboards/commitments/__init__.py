"""The register of motions, commitments and recommendations, and everything about one of them."""
