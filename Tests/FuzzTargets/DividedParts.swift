/// Several texts in one file, divided by lines of `%%`, as fuzzers can change them.
enum DividedParts {
    static func parts(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let divider = rest.firstRange(of: Array("\n%%\n".utf8)) {
            parts.append(rest[..<divider.lowerBound])
            rest = rest[divider.upperBound...]
        }
        return parts + [rest]
    }
}
