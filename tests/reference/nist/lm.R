# Correct digits (log relative error) of R's lm with tol = 1e-10, aov, mean, sd and acf on NIST's data.
# Run in tests/reference: Rscript nist/lm.R > nist/lm.json
suppressPackageStartupMessages(library(jsonlite))
read <- function(name) { d <- fromJSON(file.path("nist", name), simplifyVector = FALSE); d$about <- NULL; d }
number <- function(x) as.numeric(unlist(x))
digits <- function(ours, certified) {
  error <- ifelse(certified == 0, abs(ours), abs(ours - certified) / abs(certified))
  min(pmin(15, pmax(0, ifelse(error == 0, 15, -log10(error)))))
}

linear <- lapply(read("linear_regression.json"), function(set) {
  rows <- do.call(rbind, lapply(set$data, number)); y <- rows[, 1]
  x <- if (set$degree > 1) sapply(seq_len(set$degree), function(j) rows[, 2]^j) else rows[, -1, drop = FALSE]
  m <- if (set$constant) lm(y ~ x, tol = 1e-10) else lm(y ~ x - 1, tol = 1e-10)
  s <- suppressWarnings(summary(m)); certified <- set$certified
  list(coefficients = digits(coef(m), number(certified$b)), standard_errors = digits(coef(s)[, 2], number(certified$se)),
       residual_sd = digits(s$sigma, number(certified$s)), r2 = digits(s$r.squared, number(certified$r2)))
})
anova <- lapply(read("anova.json"), function(set) {
  groups <- if (is.null(set$pattern)) lapply(set$groups, number) else
    lapply(set$pattern, function(p) { p <- number(p); c(p[1], rep(p[2:3], set$pairs)) })
  y <- unlist(groups); g <- factor(rep(seq_along(groups), lengths(groups))); a <- summary(aov(y ~ g))[[1]]
  certified <- set$certified
  list(f = digits(a[1, 4], number(certified$f)), ss_between = digits(a[1, 2], number(certified$ss_between)),
       ss_within = digits(a[2, 2], number(certified$ss_within)))
})
univariate <- lapply(read("univariate.json"), function(set) {
  y <- if (is.null(set$pair)) number(set$data) else c(number(set$first), rep(number(set$pair), set$pairs))
  list(mean = digits(mean(y), number(set$certified$mean)), sd = digits(sd(y), number(set$certified$sd)),
       lag1 = digits(acf(y, 1, plot = FALSE)$acf[2], number(set$certified$lag1)))
})
cat(toJSON(list(R = R.version.string, linear_regression = linear, anova = anova, univariate = univariate),
  digits = 4, auto_unbox = TRUE, pretty = 1), "\n")
