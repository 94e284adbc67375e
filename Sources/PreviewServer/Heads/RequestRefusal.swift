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
        case .host, .origin, .token: .forbidden
        case .path: .badRequest
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
        case .token:
            LocalizedText(
                zh: "这个请求不是由本次预览的页面发起的。请刷新页面再试。",
                en: "No page of this preview has sent this request. Reload the page and try again.")
        default: status.explanation
        }
    }
}
