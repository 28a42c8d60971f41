package org.hitledger.spark;

/**
 * Scala's reflection, which Spark uses wherever generated code calls a getter. A profiler saw the
 * driver's main thread in it for a seventh of its samples in a short run; it needs nothing of
 * Spark's.
 */
final class ScalaReflection {
  private ScalaReflection() {}

  /** Has it come up while Spark starts; whoever needs it before waits for it. */
  static void prepare() {
    var thread = new Thread(scala.reflect.runtime.package$.MODULE$::universe, "prepare-reflection");
    thread.setDaemon(true);
    thread.start();
  }
}
