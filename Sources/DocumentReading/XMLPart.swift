import CXMLReader
import Diagnostics
import Glibc

/// Reads the XML of a document piece by piece. Nothing outside the bytes is ever looked at: no entity, no document type,
/// no network.
package enum XMLPart {
    /// What comes next in the document. Names are without prefixes.
    package enum Event {
        case start(name: String, attributes: Attributes)
        case end(name: String)
        case text(String)
    }

    /// The attributes of the element that begins; they can be asked for during the call only.
    package struct Attributes {
        fileprivate let document: OpaquePointer

        /// The value of the attribute of that name, with its prefix as it is usually written.
        package subscript(name: String) -> String? {
            guard showcase_xml_move_to_attribute(document, name) == 1 else { return nil }
            defer { showcase_xml_move_to_element(document) }
            return showcase_xml_value(document).map { String(cString: $0) }
        }

        /// The value of the first attribute of that name, whatever prefix the document gives its namespace: programs choose
        /// prefixes freely.
        package subscript(local name: String) -> String? {
            defer { showcase_xml_move_to_element(document) }
            while showcase_xml_move_to_next_attribute(document) == 1 {
                guard let full = showcase_xml_attribute_name(document) else { continue }
                let local = strrchr(full, Int32(UInt8(ascii: ":"))).map { UnsafePointer($0 + 1) } ?? full
                if strcmp(local, name) == 0 { return showcase_xml_value(document).map { String(cString: $0) } }
            }
            return nil
        }

        /// All attributes with their prefixes.
        var all: [(name: String, value: String)] {
            defer { showcase_xml_move_to_element(document) }
            var attributes: [(String, String)] = []
            while showcase_xml_move_to_next_attribute(document) == 1 {
                guard let name = showcase_xml_attribute_name(document), let value = showcase_xml_value(document) else {
                    continue
                }
                attributes.append((String(cString: name), String(cString: value)))
            }
            return attributes
        }
    }

    private static let maximumDepth: Int32 = 200

    /// - Throws: `DocumentProblem` for XML that is not well formed, or that declares a document type, which neither OOXML
    ///   (ISO/IEC 29500-2, 9.1.1) nor any form needs and every XML bomb does.
    package static func read(_ bytes: [UInt8], named name: String, visit: (Event) throws -> Void) throws {
        try refuseUnusual(bytes, name)
        let broken = DocumentProblem.damaged(
            LocalizedText(zh: "“\(name)”不是正确的 XML", en: "“\(name)” is no well-formed XML"))
        try bytes.withUnsafeBytes { buffer in
            guard let start = buffer.bindMemory(to: CChar.self).baseAddress,
                let document = showcase_xml_open(start, Int32(buffer.count))
            else { throw broken }
            defer { showcase_xml_close(document) }
            while true {
                let state = showcase_xml_read(document)
                guard state >= 0 else { throw broken }
                guard state > 0 else { return }
                guard showcase_xml_depth(document) <= maximumDepth else {
                    throw DocumentProblem.excessive(
                        LocalizedText(zh: "“\(name)”嵌套过深", en: "“\(name)” is nested too deeply"))
                }
                try visitNode(document, visit)
            }
        }
    }

    private static func visitNode(_ document: OpaquePointer, _ visit: (Event) throws -> Void) throws {
        let name = { showcase_xml_name(document).map { String(cString: $0) } ?? "" }
        switch showcase_xml_kind(document) {
        case SHOWCASE_XML_START: try visit(.start(name: name(), attributes: Attributes(document: document)))
        case SHOWCASE_XML_EMPTY:
            let name = name()
            try visit(.start(name: name, attributes: Attributes(document: document)))
            try visit(.end(name: name))
        case SHOWCASE_XML_END: try visit(.end(name: name()))
        case SHOWCASE_XML_TEXT:
            if let value = showcase_xml_value(document) { try visit(.text(String(cString: value))) }
        default: break
        }
    }

    /// Refuses what would have to be understood before it can be refused: other encodings, in which a document type
    /// could hide, and document types themselves.
    private static func refuseUnusual(_ bytes: [UInt8], _ name: String) throws {
        let isWide =
            bytes.prefix(4).contains(0) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
        let head = String(decoding: bytes.prefix(200).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
        let declaresOther = head.contains("encoding") && !head.contains("utf-8") && !head.contains("us-ascii")
        guard !isWide, !declaresOther else {
            throw DocumentProblem.damaged(LocalizedText(zh: "“\(name)”不是 UTF-8", en: "“\(name)” is not UTF-8"))
        }
        guard !bytes.holds("<!DOCTYPE"), !bytes.holds("<!ENTITY") else {
            throw DocumentProblem.damaged(
                LocalizedText(zh: "“\(name)”带有文档类型声明", en: "“\(name)” declares a document type"))
        }
        guard !TagAttributes.areTooMany(in: bytes) else {
            throw DocumentProblem.excessive(
                LocalizedText(zh: "“\(name)”的一个元素属性过多", en: "an element of “\(name)” has too many attributes"))
        }
        guard bytes.count <= Int(Int32.max) else {
            throw DocumentProblem.excessive(LocalizedText(zh: "“\(name)”过大", en: "“\(name)” is too large"))
        }
    }
}

extension [UInt8] {
    /// Whether the bytes of a word, which has at least one, occur.
    func holds(_ word: StaticString) -> Bool {
        withUnsafeBytes { memory in
            var rest = memory[...]
            while rest.count >= word.utf8CodeUnitCount, let start = rest.firstIndex(of: word.utf8Start[0]) {
                rest = rest[start...]
                guard rest.count >= word.utf8CodeUnitCount else { return false }
                let isHere = rest.prefix(word.utf8CodeUnitCount)
                    .elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
                if isHere { return true }
                rest = rest.dropFirst()
            }
            return false
        }
    }
}
