"""The register of measures, and everything about one measure."""
