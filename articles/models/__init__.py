"""Articles, who published them, and the words in them that name a time."""

from articles.models.article import Article, PublishedBasis, web_url
from articles.models.hashing import text_hash
from articles.models.mention import DATED, DATING, WAITING, Mention
from articles.models.publisher import PublicText, Publisher
from articles.models.slugs import free_slug
from articles.models.tombstone import Tombstone

__all__ = [
    "DATED",
    "DATING",
    "WAITING",
    "Article",
    "Mention",
    "PublicText",
    "PublishedBasis",
    "Publisher",
    "Tombstone",
    "free_slug",
    "text_hash",
    "web_url",
]
