package org.hitledger.crawler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;

/** Patterns by their beginnings, from which a {@link PatternSearch} is built. */
final class Trie {
  private static final int STEPS = 256;
  private static final int NOBODY = -1;

  private final Node root = new Node();
  private int size = 1;

  /** What one beginning goes on with. */
  private static final class Node {
    private final TreeMap<Integer, Node> steps = new TreeMap<>();
    private Node fallback = this;
    private int first = PatternSearch.NONE;
    private int place;
    private int shift;

    /** Where a step leads to that may be none of its own. */
    private Node next(int step) {
      Node node = this;
      while (!node.steps.containsKey(step) && node.fallback != node) {
        node = node.fallback;
      }
      return node.steps.getOrDefault(step, node);
    }
  }

  /** Adds a pattern; of equal ones the first stays. */
  void add(byte[] pattern, int number) {
    Node node = root;
    for (byte b : pattern) {
      node = node.steps.computeIfAbsent(b & 0xFF, step -> newNode());
    }
    node.first = Math.min(node.first, number);
  }

  private Node newNode() {
    size++;
    return new Node();
  }

  PatternSearch search() {
    return layOut(breadthFirst());
  }

  /** All nodes, the shorter beginnings before the longer ones, with their fallbacks. */
  private List<Node> breadthFirst() {
    List<Node> nodes = new ArrayList<>(size);
    Queue<Node> waiting = new ArrayDeque<>(List.of(root));
    while (!waiting.isEmpty()) {
      Node node = waiting.remove();
      nodes.add(node);
      node.steps.forEach((step, child) -> fallBack(node, step, child));
      waiting.addAll(node.steps.values());
    }
    return nodes;
  }

  private void fallBack(Node parent, int step, Node child) {
    child.fallback = parent == root ? root : parent.fallback.next(step);
    child.first = Math.min(child.first, child.fallback.first);
  }

  private static PatternSearch layOut(List<Node> nodes) {
    var taken = new BitSet();
    taken.set(nodes.get(0).place);
    for (Node node : nodes) {
      node.shift = shift(node, taken);
      node.steps.forEach(
          (step, child) -> {
            child.place = node.shift + step;
            taken.set(child.place);
          });
    }
    return written(nodes, taken.length() + STEPS);
  }

  private static PatternSearch written(List<Node> nodes, int places) {
    int[] shifts = new int[places];
    int[] owners = new int[places];
    int[] fallbacks = new int[places];
    int[] firsts = new int[places];
    Arrays.fill(owners, NOBODY);
    for (Node node : nodes) {
      shifts[node.place] = node.shift;
      fallbacks[node.place] = node.fallback.place;
      firsts[node.place] = node.first;
      node.steps.values().forEach(child -> owners[child.place] = node.place);
    }
    return new PatternSearch(shifts, owners, fallbacks, firsts);
  }

  /** The first by which all steps of a node come to free places. */
  private static int shift(Node node, BitSet taken) {
    if (node.steps.isEmpty()) {
      return 0;
    }
    int lowest = node.steps.firstKey();
    int free = taken.nextClearBit(lowest + 1);
    while (!isFree(node, free - lowest, taken)) {
      free = taken.nextClearBit(free + 1);
    }
    return free - lowest;
  }

  private static boolean isFree(Node node, int shift, BitSet taken) {
    return node.steps.keySet().stream().noneMatch(step -> taken.get(shift + step));
  }
}
