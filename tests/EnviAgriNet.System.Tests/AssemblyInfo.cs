// Whole fields of real processes mostly wait for each other and for clocks: two processors carry three of them, and other tests beside.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
