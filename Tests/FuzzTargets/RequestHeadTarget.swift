import PreviewServer

/// What a client sends to the preview: the same requests in whichever pieces it arrives.
enum RequestHeadTarget {
    private static let gate = RequestGate(
        hosts: HostPolicy(port: 8000, names: ["preview.test"]), eventsPath: "/_showcase/events",
        action: PreviewAction(path: "/_showcase/edit", token: "token"),
        writing: PreviewWriting(path: "/_showcase/api/", uploadPath: "/_showcase/api/upload", token: "token") {
            throw RequestRefusal.notKept
        })

    static func brokenPromises(with bytes: [UInt8]) -> [String] {
        let (heads, refusal) = requests(in: bytes, pieces: max(bytes.count, 1))
        var broken: [String] = []
        for size in [1, 7] {
            let other = requests(in: bytes, pieces: size)
            // How a head that is too large is told may depend on what has arrived; how many there are may not.
            if other.heads != heads || (other.refusal == nil) != (refusal == nil) {
                broken.append("in pieces of \(size) the requests are others")
            }
        }
        for head in heads { broken += self.broken(by: head) }
        return broken
    }

    private static func requests(in bytes: [UInt8], pieces size: Int) -> (
        heads: [RequestHead], refusal: RequestRefusal?
    ) {
        var buffer = HeadBuffer(limit: 4096)
        var heads: [RequestHead] = []
        do throws(RequestRefusal) {
            for start in stride(from: 0, to: bytes.count, by: size) {
                buffer.append(Array(bytes[start..<min(start + size, bytes.count)]))
                while let head = try buffer.takeHead() { heads.append(try RequestHeadParser.parse(head)) }
            }
        } catch {
            return (heads, error)
        }
        return (heads, nil)
    }

    private static func broken(by head: RequestHead) -> [String] {
        var broken: [String] = []
        var printed = Array(head.method.utf8) + [0x20] + head.target + Array(" HTTP/1.\(head.minorVersion)\r\n".utf8)
        for field in head.fields { printed += Array("\(field.name): \(field.value)\r\n".utf8) }
        printed += Array("\r\n".utf8)
        if (try? RequestHeadParser.parse(printed)) != head, isText(head) {
            broken.append("a head that is written anew is another")
        }
        if let range = head["range"], case .part(let part) = ByteRange(range, count: 100),
            part.lowerBound < 0 || part.upperBound > 100 || part.isEmpty
        {
            broken.append("a range lies outside of the content")
        }
        if let target = (try? gate.admit(head, localAddress: "127.0.0.1"))?.target {
            let segments = target.path.text.split(separator: "/", omittingEmptySubsequences: false)
            if target.path.text.utf8.first != UInt8(ascii: "/") || segments.contains("..") || segments.contains(".") {
                broken.append("a path leads out of the site")
            }
        }
        return broken
    }

    /// Whether no value held bytes that are no UTF-8, which are replaced when they are read.
    private static func isText(_ head: RequestHead) -> Bool {
        head.fields.allSatisfy { !$0.value.contains("\u{FFFD}") }
    }
}
