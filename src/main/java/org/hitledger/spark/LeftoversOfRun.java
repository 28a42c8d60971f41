package org.hitledger.spark;

import java.util.List;
import org.apache.spark.ContextCleaner;
import org.apache.spark.MapOutputTracker;
import org.apache.spark.MapOutputTrackerMaster;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.BlockManagerMaster;
import org.apache.spark.storage.BroadcastBlockId;
import scala.Function1;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a run leaves in a Spark that goes on: cached tables, files of shuffles, broadcasts. Spark
 * removes them once the garbage collector has found that nobody needs them, which may be in half an
 * hour; here it is known when a run ends.
 */
final class LeftoversOfRun {
  private LeftoversOfRun() {}

  /** Removes all, as Spark's own cleaner does. */
  static void remove(SparkSession spark) {
    SparkContext context = spark.sparkContext();
    if (context.isStopped()) {
      return;
    }
    spark.sharedState().cacheManager().clearCache();
    context.cleaner().foreach(LeftoversOfRun::remove);
  }

  private static Void remove(ContextCleaner cleaner) {
    SparkEnv env = SparkEnv.get();
    shuffles(env.mapOutputTracker()).forEach(id -> cleaner.doCleanupShuffle(id, true));
    broadcasts(env.blockManager().master()).forEach(id -> cleaner.doCleanupBroadcast(id, true));
    return null;
  }

  private static List<Integer> shuffles(MapOutputTracker tracker) {
    return tracker instanceof MapOutputTrackerMaster master
        ? CollectionConverters.asJava(master.shuffleStatuses()).keySet().stream()
            .map(Integer.class::cast)
            .toList()
        : List.of();
  }

  private static List<Long> broadcasts(BlockManagerMaster blocks) {
    Function1<BlockId, Object> isBroadcast = BlockId::isBroadcast;
    return CollectionConverters.asJava(blocks.getMatchingBlockIds(isBroadcast, false)).stream()
        .map(block -> ((BroadcastBlockId) block).broadcastId())
        .distinct()
        .toList();
  }
}
