/// Reads heads of requests as strictly as RFC 9112 allows: what two programs could read differently is refused.
package enum RequestHeadParser {
    /// The greatest number of header fields.
    static let maximumFields = 100

    /// The head in `bytes`, which end with an empty line.
    package static func parse(_ bytes: [UInt8]) throws(RequestRefusal) -> RequestHead {
        var lines = try lines(of: bytes)[...]
        guard let requestLine = lines.popFirst() else { throw .malformed }
        guard lines.count <= maximumFields else { throw .headTooLarge }
        let (method, target, minorVersion) = try parts(ofRequestLine: requestLine)
        var fields: [RequestHead.Field] = []
        fields.reserveCapacity(lines.count)
        for line in lines { fields.append(try field(line)) }
        let head = RequestHead(method: method, target: target, minorVersion: minorVersion, fields: fields)
        try checkFraming(head)
        return head
    }

    /// The lines before the empty one. Every line ends with CR LF; neither stands alone (RFC 9112 §2.2).
    private static func lines(of bytes: [UInt8]) throws(RequestRefusal) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            guard let end = bytes[start...].firstIndex(of: .carriageReturn), end + 1 < bytes.count,
                bytes[end + 1] == .lineFeed
            else { throw .malformed }
            let line = bytes[start..<end]
            guard !line.contains(.lineFeed) else { throw .malformed }
            start = end + 2
            guard !line.isEmpty else { break }
            lines.append(line)
        }
        guard start == bytes.count, bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) else { throw .malformed }
        return lines
    }

    /// `method SP target SP version` with single spaces (RFC 9112 §3).
    private static func parts(
        ofRequestLine line: ArraySlice<UInt8>
    ) throws(RequestRefusal) -> (method: String, target: [UInt8], minorVersion: Int) {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(isTokenByte),
            !parts[1].isEmpty, parts[1].allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { throw .malformed }
        guard parts[1].count <= PreviewPath.maximumBytes else { throw .targetTooLong }
        return (String(decoding: parts[0], as: UTF8.self), Array(parts[1]), try minorVersion(parts[2]))
    }

    private static func minorVersion(_ bytes: ArraySlice<UInt8>) throws(RequestRefusal) -> Int {
        switch String(decoding: bytes, as: UTF8.self) {
        case "HTTP/1.1": return 1
        case "HTTP/1.0": return 0
        case let version:
            let digits = version.utf8.dropFirst(5)
            let isVersion =
                version.hasPrefix("HTTP/") && digits.count == 3
                && digits.enumerated().allSatisfy {
                    $0.offset == 1 ? $0.element == UInt8(ascii: ".") : isDigit($0.element)
                }
            throw isVersion ? .unknownVersion : .malformed
        }
    }

    /// `name ":" OWS value OWS`. A line that begins with white space continues another (obs-fold) and is refused, as is
    /// white space before the colon (RFC 9112 §5.1, §5.2).
    private static func field(_ line: ArraySlice<UInt8>) throws(RequestRefusal) -> RequestHead.Field {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .malformed }
        let name = line[..<colon]
        let value = line[(colon + 1)...]
        guard !name.isEmpty, name.allSatisfy(isTokenByte),
            value.allSatisfy({ ($0 >= 0x20 && $0 != 0x7F) || $0 == UInt8(ascii: "\t") })
        else { throw .malformed }
        return RequestHead.Field(
            name: String(decoding: name, as: UTF8.self),
            value: String(String(decoding: value, as: UTF8.self).trimmingSpaces()))
    }

    /// Refuses every head whose body could end in more than one place (RFC 9112 §6).
    private static func checkFraming(_ head: RequestHead) throws(RequestRefusal) {
        guard head.values(of: "transfer-encoding").isEmpty else { throw .malformed }
        let lengths = head.values(of: "content-length")
        guard lengths.count <= 1 else { throw .malformed }
        if let length = lengths.first {
            guard !length.isEmpty, length.utf8.allSatisfy(isDigit) else { throw .malformed }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// `tchar` of RFC 9110 §5.6.2.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
