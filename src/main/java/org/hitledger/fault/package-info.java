/**
 * What can go wrong for a user, as types with a message that says what, where and what to do. What
 * is not one of these is a bug of ours. Nothing here knows how a fault is shown or which exit code
 * it has.
 */
package org.hitledger.fault;
