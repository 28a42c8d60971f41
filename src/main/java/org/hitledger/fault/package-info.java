/** What can go wrong for a user, as types. What is not one of these is a bug of ours. */
package org.hitledger.fault;
