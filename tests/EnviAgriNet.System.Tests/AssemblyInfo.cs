// Whole fields of real processes mostly wait for each other and for clocks: two processors carry four of them.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
