package org.hitledger.detect;

import org.hitledger.source.InputFile;

/**
 * What was found of one file.
 *
 * @param file the file
 * @param finding its format, or what it is instead
 */
public record FileFinding(InputFile file, Finding finding) {}
