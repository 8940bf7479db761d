"""The part of django-tree-queries that we use; the package itself has no types."""

from typing import ClassVar, Self

from django.db import models

class TreeNode(models.Model):
    objects: ClassVar[models.Manager[Self]]
    parent: models.ForeignKey[Self | None, Self | None]
    parent_id: int | None
