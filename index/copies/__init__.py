"""Which articles print the same text: one dispatch in many papers, edited or not.

`shingles` are what is compared, with their signatures; `candidates` finds who may be alike by the
signatures alone; `groups` makes groups of the pairs that are; `update` keeps them in the store;
`voices` counts by them. `passages` tells whether two passages print the same.
"""
