import Diagnostics

/// Which destinations a link may have.
enum LinkSafety {
    private static let allowedSchemes: Set<String> = ["http", "https", "mailto", "tel"]

    /// What is wrong with a destination.
    enum Objection {
        /// A scheme that is not allowed, in small letters and without disguise.
        case scheme(String)
        /// `//host/…`, which browsers take as an address of another site.
        case otherHost
    }

    /// The scheme that one of nearly the same letters is a slip of: `htps`; `nil` for none.
    static func meant(by scheme: String) -> String? {
        NearestName.suggestion(for: scheme, among: ["https", "http", "mailto"])
    }

    /// What is wrong with a destination as cmark gives it, escapes and character references resolved.
    ///
    /// Browsers ignore control characters in a scheme, and white space before it; so does this.
    static func objection(to destination: [UInt8]) -> Objection? {
        var scheme: [UInt8] = []
        var slashes = 0
        var index = 0
        while index < destination.count {
            let (value, length) = UTF8Scalar.first(of: destination, at: index)
            index += length
            if isIgnored(value) { continue }
            switch value {
            case UInt32(UInt8(ascii: ":")):
                guard slashes == 0, let first = scheme.first, first >= 0x61 else { return nil }
                let name = String(decoding: scheme, as: UTF8.self)
                return allowedSchemes.contains(name) ? nil : .scheme(name)
            case UInt32(UInt8(ascii: "/")), UInt32(UInt8(ascii: "\\")):
                slashes += 1
                if !scheme.isEmpty { return nil }
                if slashes == 2 { return .otherHost }
            case 0x41...0x5A where slashes == 0: scheme.append(UInt8(value) + 0x20)
            case 0x61...0x7A where slashes == 0: scheme.append(UInt8(value))
            case 0x30...0x39 where slashes == 0, 0x2B where slashes == 0, 0x2D where slashes == 0,
                0x2E where slashes == 0:
                scheme.append(UInt8(value))
            default: return nil
            }
        }
        return nil
    }

    private static func isIgnored(_ value: UInt32) -> Bool {
        switch value {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0xFEFF: true
        default: false
        }
    }
}
