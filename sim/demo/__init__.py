"""The demonstration: a page with sliders beside a map, on which the teaching case runs anew while a slider moves.

`levers` says what can be moved and what that means in a scenario, `worlds` lets the two policies happen in the same
worlds, in processes that wait for it, `told` puts what came of it side by side in words, `drawing` in pictures.
`notebook` is the page, and `server` hands it to browsers of this machine.
"""
