using Xunit.Sdk;
using Xunit.v3;

// Each class runs whole poles as processes of their own, and some count seconds: one at a time, unless the command line says
// otherwise, as tests/run.sh does for those that only wait for each other.
[assembly: Parallelization(Mode = ParallelMode.None)]
