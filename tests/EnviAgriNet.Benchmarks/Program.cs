using EnviAgriNet.Benchmarks;

return args is ["store", ..] ? StoreBench.Run(args[1..]) : 0;
