"""Articles, who published them, and the words in them that name a time."""

from articles.models.article import Article, PublishedBasis, web_url
from articles.models.hashing import text_hash
from articles.models.mention import DATING, Mention
from articles.models.publisher import PublicText, Publisher
from articles.models.tombstone import Tombstone

__all__ = [
    "DATING",
    "Article",
    "Mention",
    "PublicText",
    "PublishedBasis",
    "Publisher",
    "Tombstone",
    "text_hash",
    "web_url",
]
