@testable import Documents

/// An element with everything in it.
final class XMLTree {
    let name: String
    let attributes: [String: String]
    private(set) var children: [XMLTree] = []
    private(set) var text = ""

    private init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    static func read(_ bytes: [UInt8]) throws -> XMLTree {
        let root = XMLTree("", [:])
        var stack = [root]
        try XMLPart.read(bytes, named: "test", vocabulary: .any) { event in
            switch event {
            case .start(let name, let attributes):
                let all = Dictionary(
                    attributes.all.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
                let node = XMLTree(name, all)
                stack[stack.count - 1].children.append(node)
                stack.append(node)
            case .text(let text): stack[stack.count - 1].text += text
            case .end: stack.removeLast()
            }
        }
        return root.children[0]
    }

    /// A part of an archive.
    static func part(_ name: String, of bytes: [UInt8]) throws -> XMLTree {
        let part = try ZIPArchive.with(bytes) { archive in try archive.part(name) }
        return try read(part ?? [])
    }

    /// The first child of a name.
    subscript(name: String) -> XMLTree? { children.first { $0.name == name } }

    var value: String? { attributes["w:val"] }

    /// This element and all below it.
    var all: [XMLTree] { [self] + children.flatMap(\.all) }

    func all(_ name: String) -> [XMLTree] { all.filter { $0.name == name } }
}
