// The axis is one tab stop: arrow keys move within it, and what has the focus is said below.
"use strict";
