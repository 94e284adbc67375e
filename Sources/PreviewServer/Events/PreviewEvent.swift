/// A message to the pages that are open.
package struct PreviewEvent: Sendable, Hashable {
    /// What pages listen for: `reload`.
    package let name: String
    /// Any text.
    package let data: String

    /// Makes a message; line ends in the name are dropped.
    package init(name: String, data: String = "") {
        self.name = String(decoding: name.utf8.filter { $0 != .lineFeed && $0 != .carriageReturn }, as: UTF8.self)
        self.data = data
    }

    /// The message as the stream has it (WHATWG HTML §9.2.5).
    func bytes(id: String) -> [UInt8] {
        var text = "id: \(id)\nevent: \(name)\n"
        let lines = data.replacingLineEnds().split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines { text += "data: \(line)\n" }
        return Array((text + "\n").utf8)
    }
}

extension String {
    /// The text with each CR LF and each CR as one LF: all three end a line of a stream.
    fileprivate func replacingLineEnds() -> String {
        var bytes: [UInt8] = []
        var previous: UInt8 = 0
        for byte in utf8 {
            if byte == .carriageReturn {
                bytes.append(.lineFeed)
            } else if byte != .lineFeed || previous != .carriageReturn {
                bytes.append(byte)
            }
            previous = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
