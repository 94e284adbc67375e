/// The ends of lines in texts that come from browsers and go to files.
package enum LineEnds {
    /// A text with LF alone, as JavaScript hands texts about.
    package static func unified(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isBehindReturn = false
        for byte in text.utf8 {
            if byte == 0x0A, isBehindReturn {
                isBehindReturn = false
                continue
            }
            isBehindReturn = byte == 0x0D
            bytes.append(isBehindReturn ? 0x0A : byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A text with the line ends of a file.
    package static func written(_ text: String, as lineEnd: String) -> String {
        let text = unified(text)
        return lineEnd == "\n" ? text : text.replacing("\n", with: lineEnd)
    }
}
