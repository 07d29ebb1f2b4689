"""Events with their quotes as tables that curators work on: written, and read back.

One row is one quote; an event with several quotes has several rows, with the same id. The same
package knows the spreadsheets and the JSON of TimelineJS.
"""
