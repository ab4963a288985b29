"""Mentions → entities with an identity of their own."""

from kg.resolve.entities import resolve
from kg.resolve.gazetteer import Gazetteer, load_gazetteer
from kg.resolve.slug import digest, slug

__all__ = ["Gazetteer", "digest", "load_gazetteer", "resolve", "slug"]
