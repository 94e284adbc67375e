/// The addresses of a `srcset` (HTML standard, 4.8.4.3.8, "parse a srcset attribute"): a comma ends an address only at its
/// end, so that data and addresses with commas are whole.
enum SourceSet {
    static func addresses(in text: String) -> [String] {
        var addresses: [String] = []
        var rest = Substring(text).unicodeScalars
        while true {
            rest = rest.drop { isBlank($0) || $0 == "," }
            guard !rest.isEmpty else { return addresses }
            let address = rest.prefix { !isBlank($0) }
            rest = rest[address.endIndex...]
            let trimmed = address.reversed().drop { $0 == "," }.reversed()
            addresses.append(String(String.UnicodeScalarView(trimmed)))
            guard trimmed.count == address.count else { continue }
            // The width or density, up to a comma outside of brackets.
            var depth = 0
            while let scalar = rest.first {
                if scalar == "," && depth == 0 { break }
                if scalar == "(" { depth += 1 }
                if scalar == ")", depth > 0 { depth -= 1 }
                rest = rest.dropFirst()
            }
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\u{C}" || scalar == "\r"
    }
}
