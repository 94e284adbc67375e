/// Reads the size of an SVG from its first tag.
enum SVGHeader {
    /// `width` and `height` in pixels, else the size of `viewBox`; `nil` for other files and for relative sizes.
    static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
        // A byte order mark, an XML declaration and a comment may come first; a whole drawing need not be searched.
        let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
        guard let start = text.firstRange(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">") else {
            return nil
        }
        let tag = text[start.upperBound..<end]
        if let width = pixels(attribute("width", of: tag)), let height = pixels(attribute("height", of: tag)) {
            return (width, height)
        }
        let box = attribute("viewBox", of: tag)?.split(whereSeparator: { " ,\n\t".contains($0) }) ?? []
        guard box.count == 4, let width = pixels(box[2]), let height = pixels(box[3]) else { return nil }
        return (width, height)
    }

    private static func attribute(_ name: String, of tag: Substring) -> Substring? {
        for quote in ["\"", "'"] {
            for space in [" ", "\n", "\t"] {
                guard let start = tag.firstRange(of: "\(space)\(name)=\(quote)") else { continue }
                return tag[start.upperBound...].prefix { String($0) != quote }
            }
        }
        return nil
    }

    private static func pixels(_ text: Substring?) -> Int? {
        guard let text, let value = Double(text.hasSuffix("px") ? text.dropLast(2) : text),
            (0.5..<1_000_000).contains(value)
        else { return nil }
        return Int(value.rounded())
    }
}
