using Xunit.Sdk;
using Xunit.v3;

// Each class runs whole poles as processes of their own: side by side they would only measure the machine.
[assembly: Parallelization(Mode = ParallelMode.None)]
