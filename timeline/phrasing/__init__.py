"""Dates and numbers as readers read them.

chinese         in Chinese
counts          how many of a thing
precision       in English, with the sign for how precise they are
when            in the reader’s language
"""
