import Diagnostics

/// Takes the document type off a drawing. Most programs write one, which says nothing; some name addresses in it that the drawing
/// then uses (`&ns_svg;`). Those are put in place here: once, and only plain text.
enum DocumentTypeRemoval {
    private static let maximumEntities = 64
    private static let maximumValueBytes = 1024
    private static let maximumBytes = 32 * 1024 * 1024

    /// - Parameter text: UTF-8.
    /// - Returns: the text from its first element on when there was a document type, else as it is.
    /// - Throws: `DocumentProblem` for a document type that names other files, or values that hold others.
    static func removed(from text: [UInt8]) throws -> [UInt8] {
        let declaration = "<!DOCTYPE"
        // An XML declaration names an encoding that the text has no more.
        let body = text.starts(with: "<?xml ".utf8) ? after("?>", in: text[...]) : text[...]
        guard let start = body.firstRange(of: Array(declaration.utf8)) else { return Array(body) }
        var quote: UInt8 = 0
        var depth = 0
        var end = start.upperBound
        scan: while end < body.endIndex {
            let byte = body[end]
            switch byte {
            case quote where quote != 0: quote = 0
            case _ where quote != 0: break
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0: break scan
            default: break
            }
            end += 1
        }
        guard end < body.endIndex else { throw unusual }
        let entities = try entities(in: body[start.upperBound..<end])
        let rest = Array(body[..<start.lowerBound] + body[(end + 1)...])
        return entities.isEmpty ? rest : try replaced(rest, entities)
    }

    /// The names that a document type gives to plain texts.
    private static func entities(in subset: ArraySlice<UInt8>) throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        var rest = subset
        while let range = rest.firstRange(of: Array("<!".utf8)) {
            rest = rest[range.upperBound...]
            if rest.starts(with: "--".utf8) {
                rest = after("-->", in: rest)
                continue
            }
            // What elements and attributes there are is of no use here.
            guard rest.starts(with: "ENTITY".utf8) else { continue }
            rest = rest.dropFirst("ENTITY".utf8.count).drop { $0 <= 0x20 }
            let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "%") }
            rest = rest[name.endIndex...].drop { $0 <= 0x20 }
            guard !name.isEmpty, let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            else {
                throw unusual
            }
            let value = rest.dropFirst().prefix { $0 != quote }
            let isPlain = !value.contains { [UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "%")].contains($0) }
            guard isPlain, value.count <= maximumValueBytes, found.count < maximumEntities else { throw unusual }
            found[String(decoding: name, as: UTF8.self)] = Array(value)
            rest = rest[value.endIndex...].dropFirst()
        }
        return found
    }

    private static func replaced(_ text: [UInt8], _ entities: [String: [UInt8]]) throws -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "&") {
                let name = text[(index + 1)...].prefix(64).prefix { $0 != UInt8(ascii: ";") }
                if let value = entities[String(decoding: name, as: UTF8.self)], name.endIndex < text.count,
                    text[name.endIndex] == UInt8(ascii: ";")
                {
                    for byte in value {
                        if byte == UInt8(ascii: "\"") { result += "&quot;".utf8 } else { result.append(byte) }
                    }
                    guard result.count <= maximumBytes else { throw unusual }
                    index = name.endIndex + 1
                    continue
                }
            }
            result.append(text[index])
            index += 1
        }
        return result
    }

    private static func after(_ mark: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.firstRange(of: Array(mark.utf8)).map { bytes[$0.upperBound...] } ?? []
    }

    private static var unusual: DocumentProblem {
        .damaged(
            LocalizedText(
                zh: "SVG 开头的 DOCTYPE 引用了别的文件，或层层定义",
                en: "the document type of the SVG refers to other files, or defines one text by another"))
    }
}
