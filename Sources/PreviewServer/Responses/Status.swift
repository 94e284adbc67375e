import Diagnostics

/// The statuses that the server sends (RFC 9110 §15; 431 is from RFC 6585).
enum Status: Int, Sendable, CaseIterable {
    /// The whole content.
    case ok = 200
    /// The part that `Range` asks for.
    case partialContent = 206
    /// The content is at another address, for now: browsers forget it, so that a preview can change its mind.
    case found = 302
    /// The client has the content.
    case notModified = 304
    /// The request has no single meaning, or its path is none.
    case badRequest = 400
    /// The request is not for this server, or comes from another site.
    case forbidden = 403
    /// Nothing is at the address.
    case notFound = 404
    /// Neither GET nor HEAD.
    case methodNotAllowed = 405
    /// Somebody else changed what is to be written.
    case conflict = 409
    /// The length of the body is not said.
    case lengthRequired = 411
    /// `If-Match` names other contents.
    case preconditionFailed = 412
    /// A body follows.
    case contentTooLarge = 413
    /// The address has too many bytes.
    case targetTooLong = 414
    /// The body is of a kind that is not taken.
    case unsupportedMediaType = 415
    /// `Range` has no byte of the content.
    case rangeNotSatisfiable = 416
    /// The message is well-formed and asks for what cannot be done.
    case unprocessable = 422
    /// The head has too many bytes or fields.
    case headTooLarge = 431
    /// The site did not answer.
    case failed = 500
    /// The site cannot be shown now.
    case unavailable = 503
    /// Neither HTTP/1.0 nor HTTP/1.1.
    case unknownVersion = 505

    /// The status of a message for a script.
    init(_ status: MessageStatus) {
        self =
            switch status {
            case .done: .ok
            case .readOnly: .forbidden
            case .notFound: .notFound
            case .conflict: .conflict
            case .tooLarge: .contentTooLarge
            case .invalid: .unprocessable
            case .failed: .failed
            case .busy: .unavailable
            }
    }

    /// The phrase behind the number.
    var reason: String {
        switch self {
        case .ok: "OK"
        case .partialContent: "Partial Content"
        case .found: "Found"
        case .notModified: "Not Modified"
        case .badRequest: "Bad Request"
        case .forbidden: "Forbidden"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .conflict: "Conflict"
        case .lengthRequired: "Length Required"
        case .preconditionFailed: "Precondition Failed"
        case .contentTooLarge: "Content Too Large"
        case .targetTooLong: "URI Too Long"
        case .unsupportedMediaType: "Unsupported Media Type"
        case .unprocessable: "Unprocessable Content"
        case .rangeNotSatisfiable: "Range Not Satisfiable"
        case .headTooLarge: "Request Header Fields Too Large"
        case .failed: "Internal Server Error"
        case .unavailable: "Service Unavailable"
        case .unknownVersion: "HTTP Version Not Supported"
        }
    }

    /// The sentence for the person in front of the browser, where the status has no content of its own.
    var explanation: LocalizedText {
        switch self {
        case .ok, .partialContent, .notModified:
            LocalizedText(zh: "正常。", en: "All is well.")
        case .found:
            LocalizedText(zh: "该页面在另一个地址。", en: "This page is at another address.")
        case .badRequest:
            LocalizedText(zh: "请求的格式或地址不正确。", en: "The request or its address is not well-formed.")
        case .forbidden:
            LocalizedText(zh: "预览不接受这个请求。", en: "The preview does not take this request.")
        case .notFound:
            LocalizedText(zh: "这里没有页面。", en: "There is no page here.")
        case .methodNotAllowed:
            LocalizedText(zh: "预览只支持 GET 和 HEAD。", en: "The preview knows GET and HEAD only.")
        case .preconditionFailed, .conflict:
            LocalizedText(zh: "内容已经改变。", en: "The content has changed.")
        case .lengthRequired:
            LocalizedText(zh: "请求没有写明长度。", en: "The request does not say its length.")
        case .unsupportedMediaType:
            LocalizedText(zh: "预览不接收这种数据。", en: "The preview does not take data of this kind.")
        case .unprocessable:
            LocalizedText(zh: "请求的内容不能处理。", en: "What is asked for cannot be done.")
        case .contentTooLarge:
            LocalizedText(zh: "预览不接收数据。", en: "The preview does not take any data.")
        case .targetTooLong:
            LocalizedText(zh: "地址太长。", en: "The address is too long.")
        case .rangeNotSatisfiable:
            LocalizedText(zh: "请求的范围不在文件之内。", en: "The range is outside of the file.")
        case .headTooLarge:
            LocalizedText(
                zh: "请求头太大，可能是 localhost 的 Cookie 过多。",
                en: "The head of the request is too large; there may be too many cookies for localhost.")
        case .failed:
            LocalizedText(zh: "预览程序生成该页面时出错。", en: "The preview failed to make this page.")
        case .unavailable:
            LocalizedText(zh: "站点暂时不能显示。", en: "The site cannot be shown at the moment.")
        case .unknownVersion:
            LocalizedText(zh: "预览只支持 HTTP/1.0 和 HTTP/1.1。", en: "The preview knows HTTP/1.0 and HTTP/1.1 only.")
        }
    }
}
