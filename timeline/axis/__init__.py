"""The axis: events drawn to scale. Plain Python from day numbers to shapes, without a clock.

Lengths along the time are per cent of the drawing's width, all others `em`: so one drawing fits
every window and every size of text.
"""
