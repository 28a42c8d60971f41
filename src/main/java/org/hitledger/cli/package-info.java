/**
 * The command line alone: arguments into plans, faults into messages. What is done with a plan
 * belongs into {@link org.hitledger.app}.
 */
package org.hitledger.cli;
