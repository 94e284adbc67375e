import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import Editing
@testable import Fields

/// Sequences of edits over the files of the sample and others, each read back and held against a model that knows nothing of YAML.
@Suite("Any sequence of edits")
struct EditingPropertyTests {
    struct File: CustomTestStringConvertible, Sendable {
        let path: String
        let bytes: [UInt8]
        let name: String
        var testDescription: String { name }
    }

    /// The files of the sample with fields.
    private static let sample: [File] = {
        let root = Sites.repository
        let names = ((try? Sites.files(below: root + "/content")) ?? []).map { "content/" + $0 } + ["site.config"]
        return names.compactMap { path in
            guard DocumentLayout(path: path) != nil, let data = FileManager.default.contents(atPath: root + "/" + path)
            else { return nil }
            return File(path: path, bytes: Array(data), name: path)
        }
    }()

    /// Files as people and programs write them otherwise.
    static let others: [File] = {
        let team = """
            ---
            # 说明
            标题: '钱湾路面班组' # 班组
            摘要: >-
              夜间占道
              摊铺
            aliases: [ /a/ , "/b/", '/c/' ] # 旧网址
            工具方法:
            - QC小组 # 一
            # 二
            - "首件: 样板"
            - 控制图
            works: 道路工程
            培训: {rate: 100, pass: 98.2}
            指标:
            -   名称: 平整度
                单位: "%"
                改进前: 1.42

                # 之后
                改进后: 0.96 # 好
                方向: 越低越好
            -   name: 压实度
                after: 3
                better: higher
            photos: [
              {file: a.jpg, alt: "夜, 路"}, # 甲
              {file: b.jpg, alt: 昼}
            ]
            同意:
                姓名: 2020-01-01
            检查:
              links/broken: 关闭
              理由: 样例
            ---

            正文 # 不是注释
            """
        let enterprises = """
            # 企业
            -
              id: a
              names:
              - name: 甲公司
                to: 2020-08-31
              - {name: 乙公司, from: 2020-09-01}

            # 第二
            - id: b
              names: [{name: 丙公司}]
              parent: {id: a, kind: branch}


            - names:
                - name: |-
                    丁
                    公司
              id: c # 末
            """
        let synonyms = "- [沥青, 柏油]\n- - 坑槽\n  - 坑洞 # x\n-   [ \"标线\" ,划线]\n"
        let path = "content/awards/2020/zj-001.md"
        func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
        func windows(_ text: String) -> String { text.replacing("\n", with: "\r\n") }
        return [
            File(path: path, bytes: bytes(team), name: "team"),
            File(path: path, bytes: bytes("\u{FEFF}" + windows(team)), name: "team with CR LF and a byte order mark"),
            File(path: path, bytes: (try? DocumentEditingTests.gb18030(windows(team))) ?? [], name: "team in GB 18030"),
            File(path: path, bytes: DocumentEditingTests.utf16(team, true), name: "team in UTF-16"),
            File(path: "content/enterprises.yaml", bytes: bytes(enterprises), name: "enterprises"),
            File(
                path: "content/enterprises.yaml", bytes: bytes(enterprises.replacing("\n", with: "\r")),
                name: "enterprises with CR"),
            File(path: "content/synonyms.yaml", bytes: bytes(synonyms), name: "synonyms"),
            File(path: "content/synonyms.yaml", bytes: bytes(windows(synonyms)), name: "synonyms with CR LF"),
        ]
    }()

    // MARK: What must hold

    /// Everything of a file but its values' own bytes: remarks, and values as they are written.
    struct Pieces {
        var values: [String: Int] = [:]
        var remarks: [String: Int] = [:]

        init(_ document: EditableDocument) {
            let bytes = document.file.bytes
            var covered: [Range<Int>] = []
            func look(_ node: YAMLNode) {
                switch node.content {
                case .scalar, .alias:
                    covered.append(node.range)
                    // A remark behind the sign of a block stands between the sign and the text.
                    if case .scalar(_, let style) = node.content, style.isBlock {
                        let text = String(decoding: bytes[node.range], as: UTF8.self)
                        let head = text.prefix { !$0.isNewline }
                        if let sign = head.firstIndex(of: "#") { remarks[String(head[sign...]), default: 0] += 1 }
                        values[String(text.filter { $0 != " " }.dropFirst(head.count)), default: 0] += 1
                        return
                    }
                    values[String(decoding: bytes[node.range], as: UTF8.self), default: 0] += 1
                case .sequence(let items, _): items.forEach(look)
                case .mapping(let pairs, _):
                    for pair in pairs {
                        look(pair.key)
                        look(pair.value)
                    }
                }
            }
            if let root = YAMLNode.read(document.file, range: document.fields) { look(root) }
            var offset = document.fields.lowerBound
            for range in covered + [document.fields.upperBound..<document.fields.upperBound] {
                let gap = String(decoding: bytes[min(offset, range.lowerBound)..<range.lowerBound], as: UTF8.self)
                for line in gap.split(whereSeparator: \.isNewline) {
                    guard let sign = line.firstIndex(of: "#") else { continue }
                    remarks[String(line[sign...]), default: 0] += 1
                }
                offset = max(offset, range.upperBound)
            }
        }
    }

    static func excess(_ one: [String: Int], over other: [String: Int]) -> [String] {
        one.filter { $0.value > other[$0.key] ?? 0 }.map(\.key)
    }

    private static func check(_ edit: DocumentEdit, _ old: EditableDocument, _ new: EditableDocument) -> Bool {
        let (before, after) = (Pieces(old), Pieces(new))
        let (lost, come) = (excess(before.values, over: after.values), excess(after.values, over: before.values))
        let lostRemarks = excess(before.remarks, over: after.remarks)
        // A comma or bracket may stand before a remark behind another value.
        guard excess(after.remarks, over: before.remarks).isEmpty else { return false }
        switch edit {
        case .move: return lost.isEmpty && come.isEmpty && lostRemarks.isEmpty
        case .add: return lost.allSatisfy { $0.isEmpty || $0 == "{}" } && lostRemarks.isEmpty
        case .set(let path, .text):
            if case .text = old.value.value(at: path) {
                return lost.count <= 1 && come.count <= 1 && lostRemarks.isEmpty
            }
            return true
        case .set(let path, _): return old.value.value(at: path) != nil || lost.isEmpty && lostRemarks.isEmpty
        case .clear, .remove: return come.isEmpty
        case .text: return true
        }
    }

    /// - Returns: how many edits were made.
    private static func run(_ file: File, count: Int, _ random: inout SeededGenerator) throws -> Int {
        let start = try EditableDocument(path: file.path, bytes: file.bytes, language: .chinese)
        var document = start
        var made = 0
        while made < count {
            // Files that nothing is left of begin anew.
            if made % 40 == 0 { document = start }
            guard let (edit, wanted) = edit(document, &random) else {
                made += 1
                document = start
                continue
            }
            made += 1
            let old = document
            do throws(EditRefusal) {
                document = try document.applying([edit])
            } catch {
                // What GBK lacks is asked about, and a text of rare characters is no GB 18030 that is known as such.
                let isAllowed = old.stored.encoding != .utf8 && [.encoding, .notWritable].contains(error.reason)
                if !isAllowed {
                    Issue.record(
                        "\(file.name) \(edit): \(error.message.en)\n\(String(decoding: old.file.bytes.prefix(1500), as: UTF8.self))"
                    )
                }
                continue
            }
            let again = try EditableDocument(path: file.path, bytes: document.bytes, language: .chinese)
            let isRight =
                again.value == wanted && check(edit, old, again)
                && again.file.bytes[again.body].elementsEqual(start.file.bytes[start.body])
                && again.stored.encoding == start.stored.encoding
            if !isRight {
                Issue.record(
                    "\(file.name) \(edit)\n\(String(decoding: old.file.bytes.prefix(1500), as: UTF8.self))\n=====\n\(String(decoding: again.file.bytes.prefix(1500), as: UTF8.self))"
                )
                return made
            }
        }
        return made
    }

    @Test("over the files of the sample reads back as the model says, and touches nothing else", arguments: 1...2)
    func overSample(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        #expect(Self.sample.count > 30)
        for _ in 0..<25 {
            let file = try #require(Self.sample.randomElement(using: &random))
            _ = try Self.run(file, count: 40, &random)
        }
    }

    @Test("over files of other styles, line ends and encodings does so as well", arguments: others)
    func overOthers(file: File) throws {
        var random = SeededGenerator(seed: 7)
        _ = try Self.run(file, count: 500, &random)
    }

    @Test("over files with mistakes in them is made as it was meant or refused", arguments: 1...2)
    func overMistakes(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let signs = Array("-:#,[]{}'\"|>&*!?~%\n\r\t  \u{FEFF}\u{85}é\0".utf8)
        let files = Self.others + Self.sample.filter { $0.bytes.count < 4000 }
        var made = 0
        for _ in 0..<1500 {
            let file = try #require(files.randomElement(using: &random))
            var bytes = file.bytes
            let head = min(bytes.count, 1200)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<min(head, bytes.count), using: &random)
                let sign = signs.randomElement(using: &random) ?? 0x20
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = sign
                case 1: bytes.insert(sign, at: place)
                case 2: bytes.remove(at: place)
                default: bytes.insert(contentsOf: bytes[place..<min(place + 9, bytes.count)], at: place)
                }
            }
            guard let document = try? EditableDocument(path: file.path, bytes: bytes, language: .chinese),
                let (edit, wanted) = Self.edit(document, &random),
                let edited = try? document.applying([edit])
            else { continue }
            made += 1
            // Of fields that are given twice the model knows one alone.
            let isTold = document.value.applying(edit) == wanted
            let again = try EditableDocument(path: file.path, bytes: edited.bytes, language: .chinese)
            #expect(
                !isTold || again.value == wanted,
                "\(file.name) \(edit)\n\(String(decoding: bytes.prefix(1500), as: UTF8.self))")
            #expect(again.file.bytes[again.body].elementsEqual(document.file.bytes[document.body]))
        }
        #expect(made > 150)
    }

    @Test("is taken back by the values that stood there")
    func inverse() throws {
        var random = SeededGenerator(seed: 11)
        for file in Self.sample + Self.others.prefix(2) {
            let document = try EditableDocument(path: file.path, bytes: file.bytes, language: .english)
            for place in Self.places(document.value).shuffled(using: &random).prefix(12) where !place.path.isEmpty {
                guard case .text = place.value else { continue }
                let edited = try document.applying([.set(place.path, Self.text(&random))])
                let back = try edited.applying([.set(place.path, place.value)])
                #expect(back.value == document.value, "\(file.name) \(place.path)")
            }
        }
    }
}
