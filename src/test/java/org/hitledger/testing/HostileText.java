package org.hitledger.testing;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a stranger may write where we read: into a request, or into the name of a file. None has a
 * slash or a NUL, so that each can be a file's name.
 */
public enum HostileText {
  COLOUR("\u001b[31mFORGED\u001b[0m"),
  TITLE("\u001b]0;FORGED\u0007"),
  CLEAR("\u001b[2J\u001b[HFORGED"),
  ONE_BYTE_SEQUENCE("\u009b31mFORGED"),
  BACKSPACES("\b\b\b\b\b\b\bFORGED"),
  START_OF_LINE("\rFORGED"),
  NEW_LINE("\nFORGED"),
  NEW_NOTE("\nhitledger: FORGED"),
  NEW_ROW("\r\n   99  FORGED"),
  NEW_CELL("\t9\tFORGED"),
  OTHER_LINES("\u000bFORGED\fFORGED\u0085FORGED"),
  ALL_CONTROLS(controls()),
  DELETE("\u007f\u007fFORGED"),
  RIGHT_TO_LEFT("\u202egpj.FORGED"),
  EMBEDDINGS("\u202a\u202b\u202c\u202d\u202eFORGED"),
  ISOLATES("\u2066\u2067\u2068\u2069FORGED"),
  MARKS("\u200e\u200f\u061cFORGED"),
  SEPARATORS("\u2028FORGED\u2029FORGED"),
  FORMULA("=1+1|FORGED!A0"),
  FORMULA_PLUS("+1+1"),
  FORMULA_MINUS("-1+1"),
  FORMULA_AT("@SUM(1+1)"),
  FORMULA_TAB("\t=1+1"),
  FORMULA_RETURN("\r=1+1"),
  JNDI("${jndi:ldap:127.0.0.1:1:FORGED}"),
  LOOKUPS("${env:PATH}${sys:user.home}${java:version}${date:yyyy}"),
  NESTED_LOOKUP("${${lower:j}ndi:dns:FORGED}"),
  FORMATS("%s%n%d%x%m%ex{}{0}"),
  BACKSLASHES("\\n\\r\\t\\x1B[31m\\u202e\\"),
  SHELL("'\"`echo FORGED`$(echo FORGED);|&"),
  JSON("\"}],\"FORGED\":[{\""),
  MARKUP("<script>FORGED<script>"),
  PATTERN("(a+)+$\\E\\Q[*?{a,b}"),
  PERCENTS("%0AFORGED%1b[31m%20%zz%"),
  OTHER_PLANES("\ud83d\ude00\u202e\ud83d\ude00");

  private final String text;

  HostileText(String text) {
    this.text = text;
  }

  private static String controls() {
    return IntStream.concat(IntStream.range(1, 0x20), IntStream.range(0x7f, 0xa0))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** The text. */
  public String text() {
    return text;
  }

  /** The texts of all. */
  public static Stream<String> texts() {
    return Stream.of(values()).map(HostileText::text);
  }
}
