"""Dates as readers read them.

chinese         in Chinese
precision       in English, with the sign for how precise they are
when            in the reader’s language
"""
