package org.hitledger.report;

/**
 * What a user agent says of the program and of what it runs on.
 *
 * @param browser its name; empty if unknown
 * @param system the operating system's; empty if unknown
 * @param device its kind; empty if unknown
 */
record Program(String browser, String system, String device) {}
