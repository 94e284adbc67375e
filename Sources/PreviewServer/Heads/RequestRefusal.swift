import Diagnostics

/// Why a request gets no answer from the site.
package enum RequestRefusal: Error, Sendable, Hashable {
    /// Not HTTP/1, or open to more than one reading, as request smuggling needs it (RFC 9112 §11.2).
    case malformed
    /// The request target is longer than `PreviewPath.maximumBytes`.
    case targetTooLong
    /// The head has too many bytes or too many fields.
    case headTooLarge
    /// A version other than HTTP/1.0 and HTTP/1.1.
    case unknownVersion
    /// A body follows.
    case body
    /// Neither GET nor HEAD.
    case method
    /// The address of the action, without POST.
    case actionMethod
    /// A page that does not know the token of this run.
    case token
    /// Something is to be written in a run that writes nothing.
    case readOnly
    /// The length of a body is not said, or there is more than one way to read where it ends.
    case lengthRequired
    /// A body of another kind than the address takes.
    case mediaType
    /// A body that is larger than its kind may be.
    case bodyTooLarge
    /// Too many bodies are being sent.
    case busy
    /// A body that could not be kept.
    case notKept
    /// `Host` is missing, doubled or not one of ours.
    case host
    /// Another site's page asks.
    case origin
    /// The path of the target.
    case path(PreviewPath.Refusal)

    /// The status that tells the client.
    var status: Status {
        switch self {
        case .malformed: .badRequest
        case .targetTooLong, .path(.tooLong): .targetTooLong
        case .headTooLarge: .headTooLarge
        case .unknownVersion: .unknownVersion
        case .body: .contentTooLarge
        case .method, .actionMethod: .methodNotAllowed
        case .host, .origin, .token, .readOnly: .forbidden
        case .lengthRequired: .lengthRequired
        case .mediaType: .unsupportedMediaType
        case .bodyTooLarge: .contentTooLarge
        case .busy: .unavailable
        case .notKept: .failed
        case .path: .badRequest
        }
    }

    /// The word by which a script knows it.
    var code: String {
        switch self {
        case .readOnly, .host, .origin, .token: "readOnly"
        case .bodyTooLarge: "tooLarge"
        case .busy: "busy"
        case .notKept: "internal"
        default: "invalid"
        }
    }

    /// The sentence for the person in front of the browser.
    var explanation: LocalizedText {
        switch self {
        case .host:
            LocalizedText(
                zh: "预览只回应本机地址，例如 localhost。如需通过其他主机名访问，请在启动预览时允许该主机名。",
                en: "The preview answers to addresses of this computer only, such as localhost. "
                    + "Allow other host names when starting it.")
        case .origin:
            LocalizedText(zh: "预览不接受其他网站发起的请求。", en: "The preview does not answer requests of other sites.")
        case .actionMethod:
            LocalizedText(zh: "这个地址只供预览页面使用。", en: "This address is for pages of the preview.")
        case .readOnly:
            LocalizedText(zh: "这次预览只能看，不能修改。", en: "In this preview nothing can be changed.")
        case .bodyTooLarge:
            LocalizedText(zh: "内容太大，没有接收。", en: "This is too large and was not taken.")
        case .busy:
            LocalizedText(zh: "正在接收别的内容，请稍候再试。", en: "Other data is being received: try again in a moment.")
        case .notKept:
            LocalizedText(
                zh: "文件没有存下来，可能磁盘已满或没有写入权限。",
                en: "The file could not be kept; the disk may be full, or writing is not permitted.")
        case .token:
            LocalizedText(
                zh: "这个请求不是由本次预览的页面发起的。请刷新页面再试。",
                en: "No page of this preview has sent this request. Reload the page and try again.")
        default: status.explanation
        }
    }
}
