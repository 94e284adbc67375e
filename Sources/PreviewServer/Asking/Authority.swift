/// A host with its port, as `Host` and `Origin` have it (RFC 9110 §7.2).
struct Authority: Sendable, Hashable {
    /// In lower case; an IPv6 address without its brackets.
    let host: String
    /// `nil` when none is given.
    let port: Int?

    /// Reads `host`, `host:port`, `[::1]` or `[::1]:port`; `nil` for anything else.
    init?(_ text: String) {
        let lowercased = text.lowercased()
        let afterHost: Substring
        if lowercased.hasPrefix("[") {
            guard let end = lowercased.firstIndex(of: "]") else { return nil }
            host = String(lowercased[lowercased.index(after: lowercased.startIndex)..<end])
            guard !host.isEmpty, host.utf8.allSatisfy({ "0123456789abcdef:.".utf8.contains($0) }) else { return nil }
            afterHost = lowercased[lowercased.index(after: end)...]
        } else {
            host = String(lowercased.prefix { $0 != ":" })
            guard !host.isEmpty, host.utf8.allSatisfy(Self.isNameByte) else { return nil }
            afterHost = lowercased.dropFirst(host.count)
        }
        guard !afterHost.isEmpty else {
            port = nil
            return
        }
        let digits = afterHost.dropFirst()
        guard afterHost.first == ":", !digits.isEmpty, digits.utf8.count <= 5,
            digits.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
            let number = Int(digits), number <= Int(UInt16.max)
        else { return nil }
        port = number
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
