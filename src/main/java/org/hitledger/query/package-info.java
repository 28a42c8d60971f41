/** Queries over published results: their tables in Spark SQL, and what a query may do with them. */
package org.hitledger.query;
