import Diagnostics
import PreviewServer
import Text

/// What a page of the desk asks for, or has done.
package struct DeskRequest: Sendable {
    /// What follows `/_showcase/api/`.
    package let name: String
    /// The parts of the query, decoded.
    package let parameters: [String: String]
    package let body: RequestBody
    /// Whether it came by POST, from a page of this run.
    package let isWriting: Bool

    package init(name: String, parameters: [String: String] = [:], body: RequestBody = .none, isWriting: Bool = false) {
        self.name = name
        self.parameters = parameters
        self.body = body
        self.isWriting = isWriting
    }
}

/// What came of it.
package struct DeskAnswer: Sendable {
    package let status: MessageStatus
    package let value: JSONValue

    init(_ status: MessageStatus = .done, _ value: JSONValue) {
        self.status = status
        self.value = value
    }
}

/// Why a request comes to nothing.
struct DeskRefusal: Error {
    let status: MessageStatus
    let message: LocalizedText
    /// Further members of the answer.
    var members: [JSONValue.Member] = []

    init(_ status: MessageStatus, zh: String, en: String, members: [JSONValue.Member] = []) {
        self.init(status, LocalizedText(zh: zh, en: en), members: members)
    }

    init(_ status: MessageStatus, _ message: LocalizedText, members: [JSONValue.Member] = []) {
        self.status = status
        self.message = message
        self.members = members
    }

    /// What is asked for is not there.
    static func noFile(_ path: String) -> DeskRefusal {
        DeskRefusal(
            .notFound, zh: "没有 \(path) 这个文件，或者它不是站点的内容。",
            en: "There is no file \(path), or it is no content of the site.")
    }

    /// A message that does not say what its request needs.
    static let malformed = DeskRefusal(.invalid, zh: "请求的内容不完整。", en: "The request does not say all that it needs.")

    func answer(_ words: MessageLanguage) -> DeskAnswer {
        let error = JSONValue.object([.init("code", .string(code)), .init("message", .string(message[words]))])
        return DeskAnswer(status, .object([.init("error", error)] + members))
    }

    private var code: String {
        switch status {
        case .done: ""
        case .readOnly: "readOnly"
        case .notFound: "notFound"
        case .conflict: "conflict"
        case .tooLarge: "tooLarge"
        case .invalid: "invalid"
        case .failed: "internal"
        case .busy: "busy"
        }
    }
}
