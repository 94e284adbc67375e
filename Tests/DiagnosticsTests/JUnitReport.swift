import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A JUnit report as a continuous integration server reads it, held against what `jenkins-junit.xsd` allows: the elements,
/// their order and their attributes.
final class JUnitReport: NSObject, XMLParserDelegate {
    private(set) var counts: [String: Int] = [:]
    private(set) var messages: [String] = []
    /// The `failures` of the suites, outermost first.
    private(set) var failures: [String] = []
    private(set) var violations: [String] = []
    private var open: [(name: String, last: Int)] = []

    struct NotWellFormed: Error {}

    init(_ text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        guard parser.parse() else { throw NotWellFormed() }
    }

    private struct Element {
        let attributes: Set<String>
        var required: Set<String> = []
        /// In their order.
        var children: [String] = []
    }

    private static let elements: [String: Element] = [
        "testsuites": Element(
            attributes: ["name", "time", "tests", "failures", "disabled", "errors"], children: ["testsuite"]),
        "testsuite": Element(
            attributes: [
                "name", "tests", "failures", "errors", "time", "disabled", "skipped", "timestamp", "hostname", "id",
                "package",
            ], required: ["name", "tests"], children: ["properties", "testcase", "system-out", "system-err"]),
        "testcase": Element(
            attributes: ["name", "assertions", "time", "classname", "status"], required: ["name"],
            children: ["skipped", "error", "failure", "system-out", "system-err"]),
        "failure": Element(attributes: ["type", "message"]),
        "error": Element(attributes: ["type", "message"]),
        "skipped": Element(attributes: []),
        "system-out": Element(attributes: []),
        "system-err": Element(attributes: []),
    ]

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        counts[name, default: 0] += 1
        if let message = attributes["message"] { messages.append(message) }
        if let count = attributes["failures"] { failures.append(count) }
        guard let element = Self.elements[name] else {
            violations.append("\(name) is no element")
            return
        }
        for attribute in attributes.keys.sorted() where !element.attributes.contains(attribute) {
            violations.append("\(name) has no \(attribute)")
        }
        for attribute in element.required.sorted() where attributes[attribute] == nil {
            violations.append("\(name) needs \(attribute)")
        }
        if let parent = open.last, let children = Self.elements[parent.name]?.children {
            if let place = children.firstIndex(of: name) {
                if place < parent.last {
                    violations.append("\(name) in \(parent.name) comes after \(children[parent.last])")
                }
                open[open.count - 1].last = max(place, parent.last)
            } else {
                violations.append("\(name) is not for \(parent.name)")
            }
        }
        open.append((name, 0))
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { open.removeLast() }
}
