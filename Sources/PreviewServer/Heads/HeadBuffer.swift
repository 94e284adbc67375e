/// The bytes that a connection has sent and nobody has read, in which the ends of heads are found.
///
/// Holds no more than `limit` bytes and what was appended last. Each byte is looked at once.
package struct HeadBuffer {
    private var bytes: [UInt8] = []
    private var scanned = 0
    private var hasSkippedLine = false
    private let limit: Int

    /// - Parameter limit: the greatest size of a head in bytes.
    package init(limit: Int) {
        self.limit = limit
    }

    /// Whether a request has begun.
    package var isEmpty: Bool { bytes.isEmpty }

    /// Adds what was received.
    package mutating func append(_ received: [UInt8]) {
        bytes += received
    }

    /// Takes the next head out, with the empty line that ends it; `nil` when more bytes are needed.
    ///
    /// - Throws: as soon as the bytes cannot become a head, so that nobody waits for the end of a line of 100 MB.
    package mutating func takeHead() throws(RequestRefusal) -> [UInt8]? {
        guard try skipEmptyLine() else { return nil }
        while scanned < bytes.count {
            guard scanned < limit else {
                throw bytes.contains(.lineFeed) ? .headTooLarge : .targetTooLong
            }
            if bytes[scanned] == .lineFeed {
                guard scanned > 0, bytes[scanned - 1] == .carriageReturn else { throw .malformed }
                if scanned >= 3, bytes[scanned - 2] == .lineFeed { return take(scanned + 1) }
            }
            scanned += 1
        }
        return nil
    }

    /// Takes bytes out that follow a head, as many as there are and no more than are asked for.
    package mutating func takeBytes(atMost count: Int) -> [UInt8] {
        let taken = Array(bytes.prefix(count))
        bytes.removeFirst(taken.count)
        return taken
    }

    /// Skips one empty line before a request, which some clients send after another (RFC 9112 §2.2).
    ///
    /// - Returns: whether a head can begin.
    private mutating func skipEmptyLine() throws(RequestRefusal) -> Bool {
        guard scanned == 0, !hasSkippedLine, bytes.first == .carriageReturn else { return true }
        guard bytes.count > 1 else { return false }
        guard bytes[1] == .lineFeed else { throw .malformed }
        bytes.removeFirst(2)
        hasSkippedLine = true
        return true
    }

    private mutating func take(_ count: Int) -> [UInt8] {
        let head = Array(bytes[..<count])
        bytes.removeFirst(count)
        scanned = 0
        hasSkippedLine = false
        return head
    }
}

extension UInt8 {
    /// LF.
    static let lineFeed = UInt8(ascii: "\n")
    /// CR.
    static let carriageReturn = UInt8(ascii: "\r")
}
