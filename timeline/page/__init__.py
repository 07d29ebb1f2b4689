"""What a reader asks of a timeline, and what the public pages say.

asked           what a reader asks of a timeline: filter, view, events
axis_links      the parts of an axis with their links
axis_page       what an axis draws of a timeline, and where it leads
axis_rows       rows of the database → what an axis draws
axis_ways       the ways from one axis to another
axis_words      what an axis says, for tooltips and for readers by ear
brush           the scale of dates with two handles
chips           the parts of the filter in force, and what to loosen
facets          by what the events found can be narrowed down
forms           what a reader typed → a Selection
fragments       links to the very words on a publisher’s page
headings        year and month headings over events in order of time
kept_pages      pages kept until something they tell of changes
limits          one end of the span of days that a reader asks for
notes           what is said of a date besides the date
passages        what of an article is shown: its quotes with their context
private_pages   pages for members are kept by nobody
reader_language the language that a reader is answered in
readings        how each source dates an event
revisions       what became of a published event, for the public
sources         the articles that tell what was found, ten at a time
structured      an event as search engines read it
"""
